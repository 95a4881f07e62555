// SPDX-License-Identifier: GPL-3.0-or-later
// floor FILE…: the least that finding images with their places can cost with libfyaml: parse, walk, print.
#include <libfyaml.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    const struct fy_parse_cfg settings = {.flags = FYPCF_QUIET | FYPCF_ALLOW_DUPLICATE_KEYS};
    for (int i = 1; i < argc; ++i) {
        struct fy_document *document = fy_document_build_from_file(&settings, argv[i]);
        struct fy_node *services = fy_node_by_path(fy_document_root(document), "/services", FY_NT, FYNWF_DONT_FOLLOW);
        struct fy_node_pair *pair;
        void *at = NULL;
        while ((pair = fy_node_mapping_iterate(services, &at))) {
            size_t size = 0;
            struct fy_node *image = fy_node_mapping_lookup_by_string(fy_node_pair_value(pair), "image", FY_NT);
            const char *text = fy_node_get_scalar(image, &size);
            if (text)
                printf("%s:%d: %.*s\n", argv[i], fy_token_start_mark(fy_node_get_scalar_token(image))->line + 1,
                       (int)size, text);
        }
        fy_document_destroy(document);
    }
}
