function Invoke-Main {
    [CmdletBinding()]
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath, [switch] $Open, [switch] $ListChecks)
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    $rows = @(Select-Check -Check $Check -Skip $Skip)
    $machine = Get-Machine
    $done = 0
    $results = foreach ($row in $rows) {
        Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
        $done++
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $finding = Invoke-Detection -Row $row -Machine $machine
        if ($finding.Reason -in $row.Beyond) { $row.Repairable = $false }
        $advice = Get-AdviceLine -Row $row -Finding $finding
        ConvertTo-CheckResult -Row $row -Finding $finding -Elapsed $clock.Elapsed -Advice $advice
    }
    Write-Step -Complete
    $statuses = @($results | ForEach-Object { $_.Status })
    $script:ExitCode = if ($statuses -contains 'Problem') { 1 }
    elseif ($statuses -contains 'Unknown') { 2 }
    else { 0 }
    $diagnosis = Get-Diagnosis -Result $results
    $answer = Get-Answer -Result $results -Diagnosis $diagnosis
    if ($answer) {
        $diagnosis.Ranking | Where-Object { '*' -in $answer.Forbids -or $_.Id -in $answer.Forbids } |
            ForEach-Object { $_.Repairable = $false }
    }
    Write-Report -Result $results -Machine $machine -OutputPath $OutputPath -Diagnosis $diagnosis -Answer $answer
    if ($Open) { Open-Place -Result $results -All:([bool] $Check) }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        $relaunch = @(if ($script:ExitCode -eq 0) { Get-RelaunchArgument -Bound $PSBoundParameters })
        if ($relaunch) {
            & $script:NativeShell @relaunch
            $script:ExitCode = $LASTEXITCODE
        }
        elseif ($script:ExitCode -eq 0) {
            Open-Transcript
            Invoke-Main -Check $Check -Skip $Skip -OutputPath $OutputPath -Open:$Open -ListChecks:$ListChecks
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    finally {
        Close-Transcript
    }
    Stop-HungProcess -Code $script:ExitCode
    exit $script:ExitCode
}
