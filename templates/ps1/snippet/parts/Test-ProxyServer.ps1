function Test-ProxyServer([string] $Server) {
    foreach ($one in $Server -split '[;\s]+' -ne '') {
        $name, $port = $one -replace '^[A-Za-z]+=' -replace '^[A-Za-z]+://' -replace '^[^@]*@' -replace '/.*$' -split ':'
        if (-not $port) { $port = 80 }
        if ($name -and (Test-TcpPort -HostName $name -Port $port -TimeoutSeconds 3)) { return $true }
    }
    $false
}
