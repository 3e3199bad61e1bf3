# Test-NetConnection has no time limit and pings first. All addresses are tried at once, each with a client of its
# own family: the one without a family is for IPv4 alone in Windows PowerShell.
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
        $attempts = @(foreach ($address in $search.Result) {
                $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
                $clients += $client
                $client.ConnectAsync($address, $Port)
            })
        while ($attempts.IsCompleted -contains $false -and [datetime]::UtcNow -lt $until) {
            if ($attempts.Status -contains 'RanToCompletion') { break }
            Start-Sleep -Milliseconds 50
        }
        $attempts.Status -contains 'RanToCompletion'
    }
    catch { $false }
    finally { foreach ($client in $clients) { $client.Dispose() } }
}
