param([string[]] $Domains)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
$folder = Get-RegistryValue -Path $key -Name 'DataBasePath'
if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\drivers\etc' }
$path = Join-Path -Path $folder -ChildPath 'hosts'
$evidence = @{ File = $path; Lines = @() }
if (-not (Test-Path -LiteralPath $path)) { return New-Finding -Status Ok -Evidence $evidence }
# An address, any names, then a domain of Windows Update or a name in it. Both forms of i are written out,
# since in Turkish they differ.
$names = ($Domains -creplace '\.', '\.' -creplace 'i', '[iI]') -join '|'
$pattern = '^\s*[0-9a-fA-F:.]+\s(?:[^#]*[\s.])?(?:' + $names + ')(?=[\s#]|$)'
try {
    $found = @(Select-String -LiteralPath $path -Pattern $pattern -ErrorAction Stop)
}
catch {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$evidence['Lines'] = @($found | ForEach-Object { $_.Line.Trim() } | Select-Object -First 5)
if ($found) { return New-Finding -Status Problem -Reason 'redirected' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
