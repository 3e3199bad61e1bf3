# Stands in front of a read: keeps question and answer, or in a replay gives the answer that was kept.
function Invoke-Recorded {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [object[]] $With = @(),
        [psobject] $Target
    )
    $original = if (-not $Target) { $script:Originals[$Name] }
    # What a read asks on its way is part of it, and what keeps it is none.
    if ($script:IsReading -or -not $script:Recording.Check) {
        return Invoke-Original -Original $original -With $With
    }
    $script:IsReading = $true
    try {
        $read = Get-ReadKey -Name $(if ($Target) { "$($Target.RecordedPath).$Name()" } else { $Name }) -With $With
        $isCom = $Target -or ($Name -eq 'New-Object' -and $read.With.ContainsKey('ComObject'))
        if ($Name -eq 'New-Object' -and -not $isCom) {
            $answer = @{ Given = @(Invoke-Original -Original $original -With $With); Failures = @() }
        }
        elseif ($script:Recording.IsReplay) { $answer = Get-RecordedAnswer -Read $read }
        else {
            $path = if ($Target) { $read.Name } elseif ($isCom) { [string] $read.With['ComObject'] } else { '' }
            $splat = @{ Read = $read; Original = $original; With = $With; Target = $Target; Path = $path }
            $answer = Get-LiveAnswer @splat -Method $Name
        }
    }
    finally { $script:IsReading = $false }
    # Where the caller stands who named it.
    if ($read.Variable) { Set-Variable -Scope 2 -Name $read.Variable -Value $answer.Failures }
    $answer.Given
    if ($answer['Thrown']) { throw $answer.Thrown }
}
