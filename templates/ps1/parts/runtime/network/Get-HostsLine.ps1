function Get-HostsLine {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string[]] $Domain)
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $folder = Get-RegistryValue -Path $key -Name 'DataBasePath'
    if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\drivers\etc' }
    $path = Join-Path -Path $folder -ChildPath 'hosts'
    $result = @{ File = $path; Lines = @() }
    if (-not (Test-Path -LiteralPath $path)) { return $result }
    # An address, any names, then a domain or a name in it. Both forms of i are written out, since in Turkish they
    # differ.
    $names = ($Domain | ForEach-Object { $_.Replace('.', '\.').Replace('i', '[iI]') }) -join '|'
    $pattern = '^\s*[0-9a-fA-F:.]+\s(?:[^#]*[\s.])?(?:' + $names + ')(?=[\s#]|$)'
    try {
        $found = @(Select-String -LiteralPath $path -Pattern $pattern -ErrorAction Stop)
        $result['Lines'] = @($found | ForEach-Object { $_.Line.Trim() })
    }
    catch { $result['Lines'] = $null }
    $result
}
