#pragma once

#include <string>
#include <vector>

namespace atlas::engine {

/// How BERT's basic tokenizer treats letters.
struct BasicTokenizerOptions {
    bool lowerCase = true;
    bool stripAccents = true;  ///< drops combining marks; also the sound marks of kana (が becomes か)
};

/// Cuts a text into words: cleans (control, format, private-use and replacement characters go, white space becomes
/// blanks), sets CJK ideographs apart, optionally strips accents and lower-cases, and sets punctuation apart.
/// Bytes that are not UTF-8 are dropped.
/// Threads: may be called from any thread.
/// Source: Devlin et al. 2019 (arXiv 1810.04805), as the `tokenizers` library has it.
std::vector<std::string> basicTokenize(const std::string &text, const BasicTokenizerOptions &options);

}  // namespace atlas::engine
