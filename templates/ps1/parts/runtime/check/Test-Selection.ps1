# Says what does not make sense.
function Test-Selection {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath)
    $known = @($script:Checks | ForEach-Object -Process { $_.Id })
    $named = @(@($Check) + @($Skip) -split ',' | ForEach-Object -Process { $_.Trim() } |
            Where-Object -FilterScript { $_ })
    $wrong = @($named | Where-Object -FilterScript { $_ -notin $known })
    if ($wrong) {
        Write-Notice -Key 'unknownCheck' -With @{ Wrong = $wrong; Known = $known } -Always
        return $false
    }
    if (-not $OutputPath) { return $true }
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    $folder = Split-Path -Path $file
    if ((Test-Path -LiteralPath $file -PathType Container) -or -not (Test-Path -LiteralPath $folder)) {
        Write-Notice -Key 'badOutputPath' -With @{ Path = $OutputPath } -Always
        return $false
    }
    $true
}
