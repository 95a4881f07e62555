# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows test itself: on small checkouts made here, does it see what it should?"""
import pathlib
import tempfile
import unittest

import arrows

ROWS = arrows.rows("base:\nimage: base # the words of images\nregistry: image\nstore: image\nui/image: image\nui/look:\n")


class ArrowsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name)
        self.room("base", "SOURCES error.h")
        self.room("image", "SOURCES digest.h PUBLIC slipway::base")

    def room(self, name, lists, above="core", **files):
        folder = self.top / above / name
        folder.mkdir(parents=True)
        (folder / "CMakeLists.txt").write_text(f"slipway_library({name} {lists})\n")
        for stem, text in files.items():
            (folder / f"{stem}.cpp").write_text(text)

    def complaints(self):
        return [*arrows.arrows(self.top, ROWS), *arrows.gates(self.top)]

    def test_a_room_may_include_its_row_and_what_that_hands_on(self):
        self.room("registry", "PUBLIC slipway::image",
                  client='#include "core/image/digest.h"\n#include "core/base/error.h"\n#include "core/registry/client.h"\n')

        self.assertEqual(self.complaints(), [])

    def test_an_include_outside_the_row_is_named_with_its_line(self):
        self.room("registry", "PUBLIC slipway::image")
        self.room("store", "PUBLIC slipway::image", cache='\n#include "core/registry/client.h"\n')

        self.assertEqual(self.complaints(),
                         ["core/store/cache.cpp:2: includes core/registry, which is not in the row of store"])

    def test_a_link_outside_the_row_is_named(self):
        self.room("registry", "PUBLIC slipway::image PRIVATE slipway::store")

        self.assertEqual(self.complaints(), ["core/registry/CMakeLists.txt: links store, which is not in its row"])

    def test_an_include_without_its_link_is_named(self):
        self.room("registry", "PRIVATE Qt6::Network", client='#include "core/image/digest.h"\n')

        self.assertEqual(self.complaints(),
                         ["core/registry/client.cpp:1: includes core/image, which core/registry does not link"])

    def test_core_includes_neither_app_nor_tests(self):
        self.room("registry", "PUBLIC slipway::image", client='#include "tests/support/awaited.h"\n')

        self.assertEqual(self.complaints(),
                         ["core/registry/client.cpp:1: includes tests/support, which is not in the row of registry"])

    def test_a_room_without_a_row_is_named(self):
        self.room("drawer", "SOURCES things.h")

        self.assertEqual(self.complaints(), ["core/drawer: has no row in arrows.txt"])

    def test_a_room_of_the_window_is_not_that_of_the_core_with_its_name(self):
        self.room("image", "PUBLIC slipway::image", above="ui", view='#include "core/image/digest.h"\n')
        self.room("look", "PUBLIC slipway::ui_image", above="ui", view='\n#include "ui/image/view.h"\n')

        self.assertEqual(self.complaints(),
                         ["ui/look/CMakeLists.txt: links ui/image, which is not in its row",
                          "ui/look/view.cpp:2: includes ui/image, which is not in the row of ui/look"])

    def test_the_core_includes_no_room_of_the_window(self):
        self.room("registry", "PUBLIC slipway::image", client='#include "ui/look/theme.h"\n')

        self.assertEqual(self.complaints(),
                         ["core/registry/client.cpp:1: includes ui/look, which is not in the row of registry"])

    def test_requests_are_built_in_one_room(self):
        self.room("http", "PUBLIC slipway::base", network="QNetworkRequest wire{url};\n")
        self.room("registry", "PUBLIC slipway::image", client="QNetworkRequest request;\nreply->ignoreSslErrors();\n")

        self.assertEqual(list(arrows.gates(self.top)),
                         ["core/registry/client.cpp:1: only core/http builds requests",
                          "core/registry/client.cpp:2: nobody ignores TLS errors"])

    def test_a_folder_that_no_list_adds_is_named(self):
        tests = self.top / "tests" / "core" / "image"
        tests.mkdir(parents=True)
        (tests / "CMakeLists.txt").write_text("slipway_test(image)\n")
        (self.top / "tests" / "CMakeLists.txt").write_text("add_subdirectory(core/image)\n")
        (self.top / "core" / "CMakeLists.txt").write_text("    add_subdirectory(image)\n# add_subdirectory(base)\n")

        self.assertEqual(list(arrows.unlisted(self.top)), ["core/base/CMakeLists.txt: no add_subdirectory leads here"])


    def test_a_tooltip_made_of_a_name_is_escaped(self):
        self.room("look", "", above="ui", row="a->setToolTip(words::tooltip(name));\na->setToolTip(tr(\"Close\"));\na->setToolTip(name);\n")

        self.assertEqual(list(arrows.gates(self.top)), ["ui/look/row.cpp:3: tooltips go through words::tooltip()"])


if __name__ == "__main__":
    unittest.main()
