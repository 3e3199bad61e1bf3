function Wait-ServiceStatus {
    param([string] $Name, [ValidateSet('Running', 'Stopped')] [string] $Status, [int] $TimeoutSeconds = 60)
    foreach ($halfSecond in 0..(2 * $TimeoutSeconds)) {
        if ((Get-Service -Name $Name).Status -eq $Status) { return $true }
        if ($halfSecond -gt 2) { Write-Step -Id 2 -Text "$Name $([math]::Floor($halfSecond / 2)) s" }
        Start-Sleep -Milliseconds 500
    }
    $false
}
