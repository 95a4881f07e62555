// SPDX-License-Identifier: GPL-3.0-or-later
// Any .env file, and any value with variables in it: the runs of the effective text tile it, and each says truly where
// it came from. Input: the file, a NUL byte, the value.
#include "core/compose/environment.h"
#include "core/compose/interpolate.h"

#include <cstdint>
#include <cstdlib>

using namespace slipway::compose;

namespace
{

void require(bool claim)
{
    if (!claim)
        std::abort();
}

void checkVariables(const Environment &variables, const QByteArray &file)
{
    for (const auto &variable : variables.all()) {
        require(0 <= variable->begin && variable->begin <= variable->end && variable->end <= file.size());
        require(variable->line >= 1);
        require(!variable->verbatim ||
                file.sliced(variable->begin, variable->end - variable->begin) == variable->value);
    }
}

void checkRun(const Run &run, const QByteArray &value, const QByteArray &effective)
{
    const auto made = QByteArrayView{effective}.sliced(run.begin, run.end - run.begin);
    if (!run.editable || made.isEmpty())
        return;
    const QByteArrayView source =
        run.from == Run::From::EnvFile ? QByteArrayView{run.variable->value} : QByteArrayView{value};
    require(run.offset >= 0 && run.offset + made.size() <= source.size());
    require(source.sliced(run.offset, made.size()) == made);
    if (run.from == Run::From::Default)
        require(run.placeBegin <= run.offset && run.offset + made.size() <= run.placeEnd &&
                run.placeEnd <= value.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto input = QByteArray{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto separator = input.indexOf('\0');
    const auto file = separator > 0 ? input.first(separator) : QByteArray{};
    const auto value = input.sliced(separator + 1);
    const auto variables = readEnvironment(file, QStringLiteral(".env"), QStringLiteral("/.env"));
    if (variables)
        checkVariables(*variables, file);
    const auto effective = interpolate(value, variables.value_or(Environment{}));
    if (!effective) {
        require(effective.error().offset >= 0 && effective.error().offset <= value.size() &&
                !effective.error().message.isEmpty());
        return 0;
    }
    require(effective->text.size() <= std::max(longestEffective, value.size()));
    qsizetype end = 0;
    for (const auto &run : effective->runs) {
        require(run.begin == end && run.begin <= run.end);
        checkRun(run, value, effective->text);
        end = run.end;
    }
    require(end == effective->text.size());
    static_cast<void>(variablesIn(value)); // may refuse what stands in a part that was not brought up
    return 0;
}
