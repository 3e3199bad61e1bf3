function Test-TcpPort([string] $HostName, [int] $Port, [int] $TimeoutSeconds = 5) {
    $client = New-Object -TypeName Net.Sockets.TcpClient
    try { $client.ConnectAsync($HostName, $Port).Wait(1000 * $TimeoutSeconds) } catch { $false } finally { $client.Dispose() }
}
