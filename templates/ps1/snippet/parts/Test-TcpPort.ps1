function Test-TcpPort([string] $HostName, [int] $Port, [int] $TimeoutSeconds = 5) {
    # Without a family a client is for IPv4 alone.
    foreach ($address in @(try { [Net.Dns]::GetHostAddresses($HostName) } catch { $null })) {
        if (-not $address) { continue }
        $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
        try { if ($client.ConnectAsync($address, $Port).Wait(1000 * $TimeoutSeconds)) { return $true } }
        catch { Write-Verbose -Message "$_" }
        finally { $client.Dispose() }
    }
    $false
}
