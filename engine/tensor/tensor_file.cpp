#include "engine/tensor/tensor_file.h"

#include "core/error.h"

#include <torch/types.h>

#include <array>
#include <cstring>

namespace atlas::engine {
namespace {

constexpr std::array<std::pair<DType, at::ScalarType>, 10> kTypes{{
    {DType::F64, at::kDouble},
    {DType::F32, at::kFloat},
    {DType::F16, at::kHalf},
    {DType::BF16, at::kBFloat16},
    {DType::I64, at::kLong},
    {DType::I32, at::kInt},
    {DType::I16, at::kShort},
    {DType::I8, at::kChar},
    {DType::U8, at::kByte},
    {DType::Bool, at::kBool},
}};

at::ScalarType scalarType(DType type)
{
    return std::ranges::find(kTypes, type, &std::pair<DType, at::ScalarType>::first)->second;
}

DType dtypeOf(at::ScalarType type)
{
    const auto *found = std::ranges::find(kTypes, type, &std::pair<DType, at::ScalarType>::second);
    if (found == kTypes.end()) {
        throw Error(ErrorCode::Internal,
                    std::string("Tensors of type ") + c10::toString(type) + " cannot be written to a file.");
    }
    return found->first;
}

}  // namespace

at::Tensor toTensor(const TensorView &view, HalfAs half)
{
    at::Tensor tensor = at::empty(view.shape, at::TensorOptions().dtype(scalarType(view.dtype)));
    if (!view.bytes.empty()) {
        std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    }
    if (half == HalfAs::Float && (view.dtype == DType::F16 || view.dtype == DType::BF16)) {
        tensor = tensor.to(at::kFloat);
    }
    return tensor;
}

TensorView viewOf(const at::Tensor &tensor)
{
    if (!tensor.is_contiguous() || !tensor.device().is_cpu()) {
        throw Error(ErrorCode::Internal, "Only contiguous tensors on the CPU have bytes to look at.");
    }
    TensorView view;
    view.dtype = dtypeOf(tensor.scalar_type());
    view.shape = tensor.sizes().vec();
    view.bytes = {static_cast<const std::byte *>(tensor.data_ptr()), tensor.nbytes()};
    return view;
}

StateDict loadTensors(const std::filesystem::path &file, HalfAs half)
{
    const SafetensorsFile opened = SafetensorsFile::open(file);
    StateDict tensors;
    for (const auto &[name, view] : opened.tensors()) {
        tensors.emplace(name, toTensor(view, half));
    }
    return tensors;
}

void saveTensors(const std::filesystem::path &file, const NamedTensors &tensors,
                 const std::map<std::string, std::string> &metadata)
{
    std::vector<at::Tensor> owners;  // what had to be copied lives until it is written
    std::vector<std::pair<std::string, TensorView>> views;
    owners.reserve(tensors.size());
    views.reserve(tensors.size());
    for (const auto &[name, tensor] : tensors) {
        owners.push_back(tensor.detach().cpu().contiguous());
        views.emplace_back(name, viewOf(owners.back()));
    }
    writeSafetensors(file, views, metadata);
}

}  // namespace atlas::engine
