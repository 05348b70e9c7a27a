// "Tổng trị giá 5 hợp đồng là 344.489 USD": the contracts of aid of which the text spoke above.
#pragma once

#include "extractors/reading.h"

namespace trichluc {

// Where the word for a contract would refuse a sum, the word for aid that an earlier sentence ties to the contracts:
// "ký hợp đồng viện trợ không hoàn lại", "hợp đồng \"Viện trợ không hoàn lại cấp cơ sở\"". Null: none does.
const LexiconMatch* contract_of_aid_above(const Reading& reading, const LexiconMatch& contract);

}  // namespace trichluc
