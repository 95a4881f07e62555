# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of slipwayctl for fish.

# The services of the compose files here; asks no registry.
function __slipwayctl_services
    slipwayctl images --json 2>/dev/null | string match --all --regex '"services": *\[[^]]*\]' |
        string match --all --groups-only --regex '"([^",:]*)"' | string match --invert services | sort --unique
end

set -l commands images plan apply simulate help
complete -c slipwayctl -n "not __fish_seen_subcommand_from $commands" -f -a images -d 'List every image reference'
complete -c slipwayctl -n "not __fish_seen_subcommand_from $commands" -f -a plan -d 'Show what would change, and why'
complete -c slipwayctl -n "not __fish_seen_subcommand_from $commands" -f -a apply -d 'Write what would change'
complete -c slipwayctl -n "not __fish_seen_subcommand_from $commands" -f -a simulate -d 'Play GitHub and the registries'
complete -c slipwayctl -n "not __fish_seen_subcommand_from $commands" -f -a help -d 'Tell more about a command'
complete -c slipwayctl -n '__fish_seen_subcommand_from help' -f -a 'images plan apply simulate'

complete -c slipwayctl -l service -x -a '(__slipwayctl_services)' -d 'Only this service'
complete -c slipwayctl -s C -x -a '(__fish_complete_directories)' -d 'Work in this folder'
complete -c slipwayctl -l repo -x -d 'Read the files of that repository'
complete -c slipwayctl -l pull-request -n '__fish_seen_subcommand_from apply' -d 'Open a pull request for each service'
complete -c slipwayctl -l together -n '__fish_seen_subcommand_from apply' -d 'One pull request for all'
complete -c slipwayctl -l json -d 'Print one JSON document'
complete -c slipwayctl -l diff -n '__fish_seen_subcommand_from plan apply' -d 'Print the diff alone'
complete -c slipwayctl -l from -n '__fish_seen_subcommand_from apply' -r -F -d 'Write this plan'
complete -c slipwayctl -s q -l quiet -d 'Print only problems and errors'
complete -c slipwayctl -l no-color -d 'No colours'
complete -c slipwayctl -s h -l help -d 'Show help'
complete -c slipwayctl -l version -d 'Show the version'
complete -c slipwayctl -l token-file -r -F -d 'Token for GitHub and ghcr.io'
complete -c slipwayctl -l api-url -x -d 'The API to ask for --repo'
complete -c slipwayctl -l ca-file -r -F -d 'Trust these certificates too'
complete -c slipwayctl -l insecure-registry -x -d 'Speak plain HTTP with this registry'
complete -c slipwayctl -l trust-realm -x -d 'Who may get the credentials of a registry'
complete -c slipwayctl -l parallel -x -d 'Requests at once to one registry'
complete -c slipwayctl -l no-cache -d 'Ask for everything anew'

complete -c slipwayctl -l tls -n '__fish_seen_subcommand_from simulate' -r -F -d 'Speak TLS with this certificate and key'
complete -c slipwayctl -l port -n '__fish_seen_subcommand_from simulate' -x -d 'Listen on this port'
complete -c slipwayctl -l still -n '__fish_seen_subcommand_from simulate' -d 'Stop the clock'
complete -c slipwayctl -l world -n '__fish_seen_subcommand_from simulate' -r -F -d 'A number of services, or a file'
complete -c slipwayctl -l seed -n '__fish_seen_subcommand_from simulate' -x -d 'Where chance begins'
