# Whether a text is an address that tells one PC or network from another, and no loopback, mask, version or time.
function Test-Address {
    param([Parameter(Mandatory)] [string] $Text)
    if ($Text -match 'ipv6-literal|\A(?:[0-9a-f]\.)+\z') { return $true }
    $address = $null
    $plain = $Text -replace '%3A', ':' -replace '%.*$'
    if (-not [Net.IPAddress]::TryParse($plain, [ref] $address)) { return $false }
    if ($plain -notmatch ':') { return $plain -notmatch '\A(?:127\.|255\.|0\.|\d+\.0\.0\.0\z)' }
    if ([Net.IPAddress]::IsLoopback($address) -or $plain -match '\A[:0]+\z|\A::ffff:(?:127|0)\.') { return $false }
    # Twelve times a colon with letters between is C++ as well.
    ($plain -match '::' -or $plain -match '\A(?:[^:]+:){7}') -and ($plain -match '\d' -or $plain -match '\Af[c-f]')
}
