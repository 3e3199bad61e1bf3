function Reset-WinsockCatalog {
    Invoke-JournalledChange 'repair-tool' 'netsh' 'winsock.reg' 'winsock reset' {
        $file = $journal.Replace('journal.txt', 'winsock.reg')
        & "$env:SystemRoot\System32\reg.exe" export 'HKLM\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters' $file /y
        if ($LASTEXITCODE -eq 0) { & "$env:SystemRoot\System32\netsh.exe" winsock reset }
        if ($LASTEXITCODE -ne 0) { throw "The catalogue could not be kept and reset (code $LASTEXITCODE)." }
    }
}
