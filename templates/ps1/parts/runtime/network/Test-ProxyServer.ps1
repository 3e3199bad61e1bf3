# Whether a server of a setting such as "http=a:80;https=b:8080" or "a:80" takes connections.
function Test-ProxyServer {
    param([Parameter(Mandatory)] [string] $Server)
    foreach ($one in $Server -split '[;\s]+' -ne '') {
        # Without the protocol, a name with a password, and a path.
        $plain = $one -replace '^[A-Za-z]+=' -replace '^[A-Za-z]+://' -replace '^[^@]*@' -replace '/.*$'
        $name, $port = $plain -split ':'
        $number = if ("$port" -match '\A[0-9]{1,5}\z') { [int] $port } else { 80 }
        if ($name -and (Test-TcpPort -HostName $name -Port $number -TimeoutSeconds 3)) { return $true }
    }
    $false
}
