# Issuer of the certificate that answers for a server; nothing without one. Any is taken and only looked at, since
# who opens connections shows its own; nothing is sent. Windows PowerShell would offer TLS 1.0. Proxy: a setting.
function Get-TlsIssuer {
    param([Parameter(Mandatory)] [string] $HostName, [string] $Proxy, [int] $TimeoutSeconds = 10)
    $limit = 1000 * $TimeoutSeconds
    $name = $HostName
    $port = 443
    foreach ($one in Get-ProxyEndpoint -Server $Proxy | Select-Object -First 1) {
        $name = $one.Name
        $port = $one.Port
    }
    $client = $null
    $tls = $null
    try {
        $search = [Net.Dns]::GetHostAddressesAsync($name)
        if (-not $search.Wait($limit)) { return }
        foreach ($address in $search.Result | Select-Object -First 4) {
            if ($client) { $client.Dispose() }
            $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
            $attempt = $client.ConnectAsync($address, $port)
            $null = [Threading.Tasks.Task]::WaitAny(@($attempt), $limit)
            if ($attempt.Status -eq 'RanToCompletion') { break }
        }
        $client.ReceiveTimeout = $client.SendTimeout = $limit
        $stream = $client.GetStream()
        if ($Proxy) {
            $end = "$([char] 13)$([char] 10)"
            $lines = "CONNECT ${HostName}:443 HTTP/1.1", "Host: ${HostName}:443", '', ''
            $bytes = [Text.Encoding]::ASCII.GetBytes($lines -join $end)
            $stream.Write($bytes, 0, $bytes.Length)
            $answer = ''
            while ($answer.Length -lt 8192 -and -not $answer.EndsWith("$end$end")) {
                $byte = $stream.ReadByte()
                if ($byte -lt 0) { return }
                $answer += [char] $byte
            }
            if ($answer -notmatch '\AHTTP/1\.\d 200') { return }
        }
        $any = [Net.Security.RemoteCertificateValidationCallback] { $true }
        $tls = New-Object -TypeName Net.Security.SslStream -ArgumentList $stream, $false, $any
        $tls.AuthenticateAsClient($HostName, $null, 'Tls12', $false)
        $tls.RemoteCertificate.Issuer
    }
    catch { Write-Verbose -Message "$HostName $($_.Exception.GetType().Name)" }
    finally {
        if ($tls) { $tls.Dispose() }
        if ($client) { $client.Dispose() }
    }
}
