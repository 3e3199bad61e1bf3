# Arguments as a function without parameters gets them, by parameter; those without a name as a list under ''.
# Handed on as they are, a switch that came out of a table would lose its value to the next parameter.
function Split-Argument {
    param([object[]] $Argument = @())
    $named = @{ '' = @() }
    $parameter = ''
    foreach ($token in $Argument) {
        $mark = if ($token -is [string]) { $token.PSObject.Properties['<CommandParameterName>'] }
        if ($mark) {
            $parameter = $mark.Value
            $named[$parameter] = $true
        }
        elseif ($parameter) {
            $named[$parameter] = $token
            $parameter = ''
        }
        else { $named[''] += , $token }
    }
    $named
}
