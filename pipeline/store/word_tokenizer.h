// The tokenizer "trichluc" of SQLite's FTS5 over index_words. With SQLite seen here, the index needs it to be opened.
#pragma once

namespace trichluc::store {

// From now on every database that this process opens knows the tokenizer. Any thread may call it, any number of times.
// In a query the tokenizer takes terms as they are, divided by blanks.
void provide_word_tokenizer();

}  // namespace trichluc::store
