#include "bench/adapter_setup.h"

#include "core/error.h"

namespace atlas::bench {

namespace {

int adapterCount(const BenchArguments &arguments)
{
    return arguments.tasks + (arguments.stage == 2 ? 1 : 0);
}

}  // namespace

AdapterSetup::AdapterSetup(const BenchArguments &arguments, int layers, at::Generator &generator)
    : bank(kWidth, kBottleneck, layers), gates(layers), options(gateOptions(arguments))
{
    for (int task = 0; task < adapterCount(arguments); ++task) {
        bank.add(task, generator);
        gates.add(task, bank, generator);
    }
    if (arguments.stage == 1) {
        gates.setQueriesTrainable(true);
    } else {
        bank.setTrainable(arguments.tasks, true);
        gates.setTrainable(arguments.tasks, true);
    }
}

engine::NamedTensors AdapterSetup::trained() const
{
    engine::NamedTensors result;
    for (const engine::NamedTensors &part :
         {bank.parameters(bank.tasksAt(0, engine::Site::Mlp).back()), gates.parameters()}) {
        for (const auto &entry : part) {
            if (entry.second.requires_grad()) {
                result.push_back(entry);
            }
        }
    }
    return result;
}

engine::GateOptions gateOptions(const BenchArguments &arguments)
{
    engine::GateOptions options;
    if (arguments.form == "plain") {
        options.form = engine::MixingForm::Plain;
    } else if (arguments.form == "recompute") {
        options.recompute = true;
    } else if (arguments.form != "lowrank") {
        throw Error(ErrorCode::Usage, "The form should be lowrank, recompute or plain, but is " + arguments.form + ".");
    }
    return options;
}

bool wantsBf16(const BenchArguments &arguments)
{
    if (arguments.precision != "fp32" && arguments.precision != "bf16") {
        throw Error(ErrorCode::Usage, "The precision should be fp32 or bf16, but is " + arguments.precision + ".");
    }
    return arguments.precision == "bf16";
}

}  // namespace atlas::bench
