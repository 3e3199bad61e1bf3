# Test-NetConnection does the same, but has no time limit and pings first. Each address is tried at once with a client
# of its own family: the one without a family is for IPv4 alone in Windows PowerShell.
function Test-TcpPort {
    param(
        [Parameter(Mandatory)] [string] $HostName,
        [Parameter(Mandatory)] [int] $Port,
        [int] $TimeoutSeconds = 5
    )
    $until = [datetime]::UtcNow.AddSeconds($TimeoutSeconds)
    $clients = @()
    try {
        $search = [Net.Dns]::GetHostAddressesAsync($HostName)
        if (-not $search.Wait(1000 * $TimeoutSeconds)) { return $false }
        $attempts = foreach ($address in $search.Result) {
            $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
            $clients += $client
            $client.ConnectAsync($address, $Port)
        }
        do {
            if (@($attempts | Where-Object -Property Status -EQ 'RanToCompletion').Count -gt 0) { return $true }
            $waiting = @($attempts | Where-Object -Property IsCompleted -EQ $false)
            Start-Sleep -Milliseconds 50
        } while ($waiting.Count -gt 0 -and [datetime]::UtcNow -lt $until)
        $false
    }
    catch { $false }
    finally { foreach ($client in $clients) { $client.Dispose() } }
}
