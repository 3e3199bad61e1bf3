function Wait-Service([string] $Name, [string] $Status) {
    foreach ($second in 1..60) { if ((Get-Service -Name $Name).Status -eq $Status) { return $true } else { Start-Sleep -Seconds 1 } }
    $false
}
