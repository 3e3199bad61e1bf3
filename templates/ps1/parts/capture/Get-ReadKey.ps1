# How a read is found again: { Check, Name, With (by parameter, or @0 by position), Key, IsQuiet, Variable }. How
# long to wait and what becomes of errors is no part of the question.
function Get-ReadKey {
    param([Parameter(Mandatory)] [string] $Name, [AllowEmptyCollection()] [object[]] $With = @())
    $given = @{}
    foreach ($pair in (Split-Argument -Argument $With).GetEnumerator()) {
        if ($pair.Key -ne '') { $given[$pair.Key] = $pair.Value; continue }
        for ($at = 0; $at -lt $pair.Value.Count; $at++) { $given["@$at"] = $pair.Value[$at] }
    }
    $isQuiet = "$($given['ErrorAction'])" -in 'SilentlyContinue', 'Ignore'
    $variable = [string] $given['ErrorVariable']
    foreach ($one in 'ErrorAction', 'ErrorVariable', 'OperationTimeoutSec', 'TimeoutSeconds', 'QuickTimeout') {
        $given.Remove($one)
    }
    $tree = (ConvertTo-CaptureValue -Value $given)['table']
    [pscustomobject]@{
        Check    = $script:Recording.Check
        Name     = $Name
        With     = $tree
        Key      = "$Name $(ConvertTo-CaptureText -Value $tree)"
        IsQuiet  = $isQuiet
        Variable = $variable
    }
}
