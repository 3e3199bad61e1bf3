function Test-ProxyServer([string] $Server) {
    foreach ($one in Get-ProxyEndpoint -Server $Server) { if (Test-TcpPort -HostName $one.Name -Port $one.Port -TimeoutSeconds 3) { return $true } }
    $false
}
