// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/builder.h"
#include "core/yaml/complaint.h"
#include "core/yaml/document.h"
#include "core/yaml/encoding.h"
#include "core/yaml/overload.h"

#include <libfyaml.h>

#include <QCoreApplication>

namespace slipway::yaml
{

namespace
{

struct Destroy
{
    void operator()(fy_diag *diag) const { fy_diag_destroy(diag); }
    void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
};

/// Keeps libfyaml's complaints to itself; its default prints them.
std::unique_ptr<fy_diag, Destroy> silentDiag()
{
    fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = nullptr;
    std::unique_ptr<fy_diag, Destroy> diag{fy_diag_create(&config)};
    fy_diag_set_collect_errors(diag.get(), true);
    return diag;
}

std::unique_ptr<fy_parser, Destroy> parserOf(const QByteArray &text, Indentation indentation, fy_diag *diag)
{
    // Duplicates are found by the Builder: libfyaml's own check is quadratic.
    const fy_parse_cfg config{
        .search_path = nullptr,
        .flags = static_cast<fy_parse_cfg_flags>(
            FYPCF_QUIET | FYPCF_ALLOW_DUPLICATE_KEYS | FYPCF_DISABLE_DEPTH_LIMIT | FYPCF_JSON_NONE |
            (indentation == Indentation::Loose ? FYPCF_SLOPPY_FLOW_INDENTATION : 0)),
        .userdata = nullptr,
        .diag = diag,
    };
    std::unique_ptr<fy_parser, Destroy> parser{fy_parser_create(&config)};
    fy_parser_set_string(parser.get(), text.constData(), static_cast<size_t>(text.size()));
    return parser;
}

ParseError firstComplaint(fy_diag *diag)
{
    void *iterator = nullptr;
    const auto *error = fy_diag_errors_iterate(diag, &iterator);
    return error ? ParseError{ParseError::Code::Invalid, error->line, error->column, plainComplaint(error->msg)}
                 : ParseError{ParseError::Code::Invalid, 1, 1, plainComplaint({})};
}

} // namespace

std::expected<Stream, ParseError> Stream::parse(QByteArray text, Indentation indentation)
{
    if (auto error = unreadable(text).or_else([&] { return overload(text); }))
        return std::unexpected(*std::move(error));

    const auto diag = silentDiag();
    const auto parser = parserOf(text, indentation, diag.get());
    Builder builder{std::move(text)};
    while (auto *event = fy_parser_parse(parser.get())) {
        auto taken = builder.take(*event);
        fy_parser_event_free(parser.get(), event);
        if (!taken)
            return std::unexpected(std::move(taken).error());
    }
    if (fy_parser_get_stream_error(parser.get()))
        return std::unexpected(firstComplaint(diag.get()));
    return std::move(builder).stream();
}

} // namespace slipway::yaml
