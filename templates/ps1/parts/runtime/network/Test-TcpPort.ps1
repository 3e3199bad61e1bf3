# Test-NetConnection does the same, but has no time limit and pings first.
function Test-TcpPort {
    param(
        [Parameter(Mandatory)] [string] $HostName,
        [Parameter(Mandatory)] [int] $Port,
        [int] $TimeoutSeconds = 5
    )
    $client = New-Object -TypeName Net.Sockets.TcpClient
    try { $client.ConnectAsync($HostName, $Port).Wait(1000 * $TimeoutSeconds) -and $client.Connected }
    catch { $false }
    finally { $client.Dispose() }
}
