#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/commands/correction_parts.h"

namespace trichluc::cli {
namespace {

struct Done {
  std::int64_t correction = 0;
  bool waits = false;  // for the facts to be made anew
};

Result<Done> of_document(store::Archive& archive, const CorrectArguments& arguments, const store::Author& author) {
  if (!arguments.text.empty()) {
    const auto done =
        store::correct_text(archive, {arguments.what, arguments.page, arguments.text, arguments.with}, author);
    if (!done) return tl::unexpected<Error>(done.error());
    return Done{*done, true};
  }
  const auto values = store::field_values(arguments.fields);
  if (!values) return tl::unexpected<Error>(values.error());
  const auto done = store::correct_metadata(archive, arguments.what, *values, author);
  if (!done) return tl::unexpected<Error>(done.error());
  return Done{*done, true};
}

Result<Done> do_correct(store::Archive& archive, const CorrectArguments& arguments) {
  const auto author = author_of(arguments.author);
  if (!author) return tl::unexpected<Error>(author.error());
  const auto is_fact = store::names_fact(archive, arguments.what);
  if (!is_fact) return tl::unexpected<Error>(is_fact.error());
  if (!*is_fact || !arguments.text.empty()) return of_document(archive, arguments, *author);
  const auto values = store::field_values(arguments.fields);
  if (!values) return tl::unexpected<Error>(values.error());
  const auto known = known_names();
  if (!known) return tl::unexpected<Error>(known.error());
  const auto done = store::correct_fact(archive, arguments.what, *values, *known, *author);
  if (!done) return tl::unexpected<Error>(done.error());
  return Done{*done, false};
}

}  // namespace

int correct_command(const CorrectArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kWrite);
  if (!archive) return refuse(archive.error(), language);
  const auto done = do_correct(*archive, arguments);
  if (!done) return refuse(done.error(), language);
  if (done->waits) {
    tell(in_language({"the facts of the document are to be made anew: trichluc rerun ARCHIVE --stale",
                      "cần làm lại bản ghi của tài liệu: trichluc rerun KHO --stale"},
                     language));
  }
  return tell_corrected(done->correction, language);
}

}  // namespace trichluc::cli
