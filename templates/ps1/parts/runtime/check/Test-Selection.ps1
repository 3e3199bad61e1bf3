# Says what does not make sense.
function Test-Selection {
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath)
    $known = @($script:Checks | ForEach-Object { $_.Id })
    $wrong = @(Get-CheckId -Id (@($Check) + $Skip) | Where-Object { $_ -notin $known })
    if ($wrong) {
        Write-Notice -Key 'unknownCheck' -With @{ Wrong = $wrong; Known = $known } -Always
        return $false
    }
    # A share is looked at when the report is written: one that is away keeps nobody from repairing.
    if (-not $OutputPath -or $OutputPath -like '\\*') { return $true }
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    $folder = if (Test-Path -LiteralPath $file -PathType Container) { $file } else { Split-Path -Path $file }
    if (-not (Test-Path -LiteralPath $folder)) {
        Write-Notice -Key 'badOutputPath' -With @{ Path = $OutputPath } -Always
        return $false
    }
    $true
}
