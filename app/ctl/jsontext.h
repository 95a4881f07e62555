// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <utility>

namespace slipway::ctl
{

/// Writes JSON in the order in which it is told to. What a terminal would act upon or hide is escaped like what JSON
/// wants escaped, so that the text can be printed whatever it holds.
class JsonText
{
public:
    void null() { value("null"); }
    void boolean(bool is) { value(is ? "true" : "false"); }
    void number(int number) { value(QByteArray::number(number)); }
    void text(QStringView text);

    /// The name of a field of the object that is being written; its value comes next.
    JsonText &key(QStringView name);

    /// `fields` writes the object's fields.
    template<class Fields> void object(Fields fields)
    {
        begin('{');
        fields();
        end('}');
    }

    /// `writeItem` is called for each item, and writes it.
    template<class List, class WriteItem> void list(const List &items, WriteItem writeItem)
    {
        begin('[');
        for (const auto &item : items)
            writeItem(item);
        end(']');
    }

    [[nodiscard]] QByteArray taken() { return std::move(m_out); }

private:
    void separate();
    void value(QByteArrayView text);
    void begin(char bracket);
    void end(char bracket);
    void quoted(QStringView text);
    void plain(QStringView text);
    void mixed(QStringView text);

    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace slipway::ctl
