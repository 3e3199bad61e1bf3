# What stood behind a name before the recording.
function Invoke-Original {
    param([object] $Original, [object[]] $With = @())
    $named = Split-Argument -Argument $With
    $rest = $named['']
    $named.Remove('')
    & $Original @named @rest
}
