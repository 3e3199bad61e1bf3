$root = 'HKLM:\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters'
$catalogue = Get-RegistryValue -Path $root -Name 'Current_Protocol_Catalog'
$list = "$root\$(if ($catalogue) { $catalogue } else { 'Protocol_Catalog9' })\Catalog_Entries64"
$evidence = @{ Entries = 0; Missing = @(); Others = @() }
foreach ($name in Get-SubkeyName -Path $list) {
    $bytes = [byte[]] @(Get-RegistryValue -Path "$list\$name" -Name 'PackedCatalogItem')
    if ($bytes.Count -lt 340) { continue }
    # 260 bytes of path, then WSAPROTOCOL_INFOW with the address family at 76. Only IPv4 (2) and IPv6 (23)
    # matter: a left-over of a virtual machine or Bluetooth stops nobody.
    if ([BitConverter]::ToInt32($bytes, 336) -notin 2, 23) { continue }
    $evidence['Entries']++
    $path = [Text.Encoding]::ASCII.GetString($bytes, 0, 260) -replace '\x00[\s\S]*'
    if ($path -match '^%([^%]+)%(.+)$' -and $Matches[1] -in 'SystemRoot', 'windir') {
        $path = $env:SystemRoot + $Matches[2]
    }
    # Other variables are not resolved here, so nothing can be said.
    if ($path -match '^%') { continue }
    if (-not (Test-Path -LiteralPath $path)) { $evidence['Missing'] += @($path) }
    if ($path -notlike '*\mswsock.dll') { $evidence['Others'] += @($path) }
}
if ($evidence.Entries -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
if ($evidence.Missing) { return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence }
if ($evidence.Others) { return New-Finding -Status Ok -Reason 'others' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
