# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of slipwayctl for bash.

# The services of the compose files here; asks no registry.
_slipwayctl_services() {
    slipwayctl images --json 2>/dev/null | grep -o '"services": *\[[^]]*\]' | grep -o '"[^",:]*"' | grep -vx '"services"' | tr -d '"' | sort -u
}

_slipwayctl() {
    local current=$2 previous=$3 word command='' options values
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        images | plan | apply | simulate | help) command=$word && break ;;
        esac
    done

    case $previous in
    -C)
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    --token-file | --ca-file | --from | --tls | --world)
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
    --service)
        values=$(_slipwayctl_services)
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
        return
        ;;
    --insecure-registry | --trust-realm | --parallel | --port | --seed | --repo | --api-url) return ;;
    esac

    options='--service -C --repo --api-url --json --quiet --no-color --help --version --token-file --ca-file --insecure-registry --trust-realm --parallel --no-cache'
    case $command in
    plan) options+=' --diff' ;;
    apply) options+=' --diff --from --pull-request --together' ;;
    simulate) options='-C --tls --port --still --world --seed --no-color --help --version' ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [[ -z $command || $command == help ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'images plan apply simulate help' -- "$current")
    elif [[ $command == simulate ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    else
        mapfile -t COMPREPLY < <(
            compgen -f -X '!*.y*ml' -- "$current"
            compgen -f -X '!*.json' -- "$current"
            compgen -d -- "$current"
        )
    fi
}

complete -o filenames -F _slipwayctl slipwayctl
