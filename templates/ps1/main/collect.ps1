# Collects what the chosen checks export into one zip file and sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    param([string[]] $Check, [string] $OutputPath)
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip @() -OutputPath $OutputPath)) { return }
    $rows = @(Select-Check -Check $Check -Skip @())
    $machine = Get-Machine
    if (-not $machine.Elevated) { Write-Notice -Key 'collectNotElevated' }
    $script:BundleFolder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "Mendsheet-$([guid]::NewGuid())"
    $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $null = New-Item -Path $script:BundleFolder -ItemType Directory
    $done = 0
    try {
        foreach ($row in $rows) {
            Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
            $done++
            $script:BundlePart = "$($row.Item)-$($row.Id)"
            if ((Test-Applicability -Where $row -Machine $machine) -ne 'applies') { continue }
            try { $null = & $row.Export } catch { Add-BundleProblem -Source $row.Id -Record $_ }
        }
        Write-Step -Complete
        Save-Bundle -Machine $machine -OutputPath $OutputPath
    }
    finally {
        # Only this run's own copies; the folder's name was made above.
        Remove-Item -LiteralPath $script:BundleFolder -Recurse -Force
    }
    $script:ExitCode = if ($script:BundleProblems.Count -gt 0) { 2 } else { 0 }
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
            Invoke-Main -Check $Check -OutputPath $OutputPath
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
