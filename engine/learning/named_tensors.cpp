#include "engine/learning/named_tensors.h"

#include "core/comma_list.h"
#include "core/error.h"
#include "core/sentence.h"
#include "core/translatable.h"

#include <torch/types.h>
#include <torch/utils.h>

#include <sstream>

namespace atlas::engine {

TensorMap toMap(const NamedTensors &tensors)
{
    return {tensors.begin(), tensors.end()};
}

TensorMap copied(const NamedTensors &tensors)
{
    TensorMap copies;
    for (const auto &[name, tensor] : tensors) {
        copies[name] = tensor.detach().clone();
    }
    return copies;
}

void append(NamedTensors &tensors, const NamedTensors &more)
{
    tensors.insert(tensors.end(), more.begin(), more.end());
}

NamedTensors joined(std::initializer_list<NamedTensors> lists)
{
    NamedTensors all;
    for (const NamedTensors &list : lists) {
        append(all, list);
    }
    return all;
}

void takeInto(TensorMap &from, const std::string &name, at::Tensor &target)
{
    const auto found = from.find(name);
    if (found == from.end()) {
        throw Error(ErrorCode::BadInput, say(QT_TRANSLATE_NOOP("Sentence", "The tensor \"%1\" is missing."), name),
                    say(QT_TRANSLATE_NOOP(
                        "Sentence", "The file was made by another version or is damaged; nothing of it was used.")));
    }
    const at::Tensor &source = found->second;
    if (source.sizes() != target.sizes()) {
        std::ostringstream wanted, given;
        wanted << target.sizes();
        given << source.sizes();
        throw Error(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("Sentence", "The tensor \"%1\" should have the shape %2, but has %3."), name,
                        wanted.str(), given.str()),
                    say(QT_TRANSLATE_NOOP("Sentence", "It belongs to another backbone or other settings.")));
    }
    {
        const torch::NoGradGuard noGrad;
        target.copy_(source);
    }
    from.erase(found);
}

void requireEmpty(const TensorMap &left, const Sentence &where)
{
    if (left.empty()) {
        return;
    }
    throw Error(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("Sentence", "%1 has tensors that nothing uses: %2."), where,
                    commaList(left, [](const auto &entry) { return entry.first; })),
                say(QT_TRANSLATE_NOOP("Sentence",
                                      "The file was made by another version or is damaged; nothing of it was used.")));
}

void setRequiresGrad(const NamedTensors &tensors, bool required)
{
    for (const auto &entry : tensors) {
        at::Tensor tensor = entry.second;
        tensor.requires_grad_(required);
    }
}

std::int64_t elementCount(const NamedTensors &tensors)
{
    std::int64_t count = 0;
    for (const auto &entry : tensors) {
        count += entry.second.numel();
    }
    return count;
}

}  // namespace atlas::engine
