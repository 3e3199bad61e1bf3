# Collects what the chosen checks export into one zip file and sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    param(
        [string[]] $Check,
        [string] $OutputPath,
        [ValidateRange(1, 100000)] [int64] $MaximumMegabytes = 500,
        [switch] $Full,
        [switch] $Redact
    )
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip @() -OutputPath $OutputPath)) { return }
    $rows = @(Select-Check -Check $Check -Skip @())
    $machine = Get-Machine
    if (-not $machine.Elevated) { Write-Notice -Key 'collectNotElevated' }
    $script:BundleFolder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "Mendsheet-$([guid]::NewGuid())"
    $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
    # What SYSTEM has for temporary files is open to all.
    if ($machine.Elevated) { Add-ProtectedFolder -Path $script:BundleFolder }
    else { $null = New-Item -Path $script:BundleFolder -ItemType Directory }
    $script:BundleOmissions = New-Object -TypeName 'System.Collections.Generic.List[object]'
    # Half of what is free, since everything is there twice for a moment, as files and in the zip file.
    $drive = New-Object -TypeName IO.DriveInfo -ArgumentList ([IO.Path]::GetPathRoot($script:BundleFolder))
    $room = [int64] [math]::Max([double] 0, $drive.AvailableFreeSpace / 2 - 256MB)
    $script:BundleLeft = [math]::Min([int64] ($MaximumMegabytes * 1MB), $room)
    # Who asks for both gets what gives less away.
    $script:IsRedacted = $Redact -or -not $Full
    $done = 0
    try {
        Add-BundleCapture
        $script:BundlePart = 'system'
        Add-BundleSystem
        foreach ($row in $rows) {
            Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
            $done++
            $script:BundlePart = "$($row.Item)-$($row.Id)"
            if ((Test-Applicability -Where $row -Machine $machine) -ne 'applies') { continue }
            try { $null = & $row.Export } catch { Add-BundleProblem -Source $row.Id -Record $_ }
        }
        Write-Step -Complete
        Save-Bundle -Machine $machine -OutputPath $OutputPath -Given $PSBoundParameters
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
            $splat = @{ MaximumMegabytes = $MaximumMegabytes; Full = $Full; Redact = $Redact }
            Invoke-Main -Check $Check -OutputPath $OutputPath @splat
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
