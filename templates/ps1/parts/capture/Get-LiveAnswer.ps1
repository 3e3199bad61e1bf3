# Asks Windows, and keeps what it answered: { Given, Failures, Thrown }. An object of COM is given as one whose
# methods are reads too.
function Get-LiveAnswer {
    param(
        [Parameter(Mandatory)] [psobject] $Read,
        [object] $Original,
        [object[]] $With,
        [psobject] $Target,
        [string] $Method,
        [string] $Path
    )
    $live = @()
    $failures = @()
    $thrown = $null
    $named = Split-Argument -Argument $With
    $rest = $named['']
    $named.Remove('')
    if ($Read.IsQuiet) { $named['ErrorVariable'] = 'recordedFailures' }
    try {
        $live = @(
            if ($Target) { $Target.RecordedTarget.PSObject.Methods[$Method].Invoke($With) }
            else { & $Original @named @rest }
        )
        $failures = Get-Variable -Name 'recordedFailures' -Scope 0 -ValueOnly -ErrorAction Ignore
    }
    catch { $thrown = $_ }
    $failures = @($failures | Where-Object { $_ })
    $given = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $trees = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $isBinary = $live.Count -gt 0 -and @($live | Where-Object { $_ -isnot [byte] }).Count -eq 0
    if ($isBinary) { $trees.Add((ConvertTo-CaptureValue -Value ([byte[]] $live))) }
    foreach ($one in $live) {
        if ($isBinary) { $given.Add($one); continue }
        # A collection that COM gives is a list, and a number a number.
        $isObject = $Path -and $null -ne $one -and $one -isnot [ValueType] -and $one -isnot [string] -and
        $one -isnot [Collections.IEnumerable]
        $hasMethod = $isObject -and ([Runtime.InteropServices.Marshal]::IsComObject($one.PSObject.BaseObject) -or
            @($one.PSObject.Methods | Where-Object -Property MemberType -EQ 'ScriptMethod').Count -gt 0)
        $tree = ConvertTo-CaptureValue -Value $one -Path $(if ($hasMethod) { $Path } else { '' })
        $trees.Add($tree)
        if ($hasMethod) {
            $plain = ConvertFrom-CaptureValue -Tree @{ object = $tree['object'] }
            Add-RecordedMethod -Object $plain -Path $Path -Target $one
            $given.Add($plain)
        }
        else { $given.Add($one) }
    }
    $answer = @{ output = $trees.ToArray() }
    $first = if ($thrown) { $thrown } elseif ($failures) { $failures[0] }
    if ($first) {
        $answer['error'] = ConvertTo-RecordedError -Record $first
        $answer['thrown'] = $null -ne $thrown
    }
    Add-RecordedRead -Read $Read -Answer $answer
    @{ Given = $given.ToArray(); Failures = $failures; Thrown = $thrown }
}
