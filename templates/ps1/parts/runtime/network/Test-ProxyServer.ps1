# Whether a server of a setting such as "http=a:80;https=b:8080" or "a:80" takes connections.
function Test-ProxyServer {
    param([Parameter(Mandatory)] [string] $Server)
    foreach ($one in Get-ProxyEndpoint -Server $Server) {
        if (Test-TcpPort -HostName $one.Name -Port $one.Port -TimeoutSeconds 3) { return $true }
    }
    $false
}
