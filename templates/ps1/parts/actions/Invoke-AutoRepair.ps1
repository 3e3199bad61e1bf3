# Detects everything, then repairs what was found, least invasive first. Each repair is preceded by another look, so
# that what an earlier one has healed is left alone.
function Invoke-AutoRepair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param([hashtable[]] $Row, [Parameter(Mandatory)] [psobject] $Machine, [switch] $AllowManaged)
    $found = @()
    $others = @(
        foreach ($each in $Row) {
            Write-Step -Text (Get-Message -Key "title.$($each.Id)")
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $finding = Invoke-Detection -Row $each -Machine $Machine
            if ($finding.Status -eq 'Problem') { $found += @($each) }
            else { ConvertTo-CheckResult -Row $each -Finding $finding -Seconds $clock.Elapsed.TotalSeconds }
        }
    )
    $risks = 'none', 'low', 'medium', 'high'
    $sorted = $found | Sort-Object -Property { [array]::IndexOf($risks, $_.Risk) }, { $_.Restart }, { $_.Minutes }
    $others
    Invoke-Repair -Row @($sorted) -Machine $Machine -AllowManaged:$AllowManaged -OnlyFound
    $unknown = @($others | Where-Object -Property Status -EQ 'Unknown')
    if ($script:ExitCode -eq 0 -and $unknown) { $script:ExitCode = 2 }
}
