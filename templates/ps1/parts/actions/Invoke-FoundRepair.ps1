# Looks at all of them first, and repairs what is a problem, the least invasive first.
function Invoke-FoundRepair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [hashtable[]] $Row,
        [Parameter(Mandatory)] [psobject] $Machine,
        [switch] $AllowManaged
    )
    $guard = Get-Guard
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
    $found = @(foreach ($problem in $problems) { $Row | Where-Object { $_.Id -eq $problem.Id } })
    Invoke-Repair -Row $found -Machine $Machine -Guard $guard -AllowManaged:$AllowManaged
    if ($script:ExitCode -eq 0 -and @($results | Where-Object -Property Status -EQ 'Unknown')) {
        $script:ExitCode = 2
    }
}
