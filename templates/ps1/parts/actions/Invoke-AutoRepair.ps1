# The least invasive first. Each is detected again before: an earlier one may have healed it.
function Invoke-AutoRepair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param([hashtable[]] $Row, [Parameter(Mandatory)] [psobject] $Machine, [switch] $AllowManaged)
    $done = 0
    $results = @(
        foreach ($each in $Row) {
            Write-Step -Text (Get-Message -Key "title.$($each.Id)") -Done $done -Of $Row.Count
            $done++
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $finding = Invoke-Detection -Row $each -Machine $Machine
            ConvertTo-CheckResult -Row $each -Finding $finding -Elapsed $clock.Elapsed
        }
    )
    $results | Where-Object -Property Status -NE 'Problem'
    $problems = @((Get-Diagnosis -Result $results).Ranking | Where-Object -Property Status -EQ 'Problem')
    $found = @(foreach ($problem in $problems) { $Row | Where-Object -FilterScript { $_.Id -eq $problem.Id } })
    Invoke-Repair -Row $found -Machine $Machine -AllowManaged:$AllowManaged -OnlyFound
    if ($script:ExitCode -eq 0 -and @($results | Where-Object -Property Status -EQ 'Unknown')) {
        $script:ExitCode = 2
    }
}
