param([string] $Endpoint, [string] $Issuer, [int] $Days, [string] $Provider)
if ((Get-UpdateServer).IsUsed) { return New-Finding -Status NotApplicable }
# Searches go through the proxy of WinHTTP: one for all protocols, or one for each.
$servers = @(Get-ProxyEndpoint -Server ([string] (Get-WinHttpProxy)))
$way = @($servers | Where-Object { $_.Protocol -eq 'https' }) + @($servers | Where-Object { -not $_.Protocol }) |
    Select-Object -First 1 | ForEach-Object {
        $name = if ($_.Name -like '*:*') { "[$($_.Name)]" } else { $_.Name }
        "${name}:$($_.Port)"
    }
$evidence = @{
    Server = $Endpoint
    Proxy  = [string] $way
    Issuer = [string] (Get-TlsIssuer -HostName $Endpoint -Proxy $way)
}
if (-not $evidence.Issuer) { return New-Finding -Status Unknown -Reason 'unseen' -Evidence $evidence }
if ($evidence.Issuer -cmatch "(^|, )O=$Issuer(,|$)") { return New-Finding -Status Ok -Evidence $evidence }
# The last search decides: trust, handshakes and connections that were cut. Names that do not resolve and answers of
# HTTP say nothing of a certificate.
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
try {
    $searches = @(Get-EventRecord -Log "$Provider/Operational" -Provider $Provider -Id 25, 26 -Since $since)
}
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
$last = $searches | Where-Object { -not (Test-StoreApp -Service $_.Data['serviceGuid'] -Title '') } |
    Sort-Object -Property Time | Select-Object -Last 1
$code = [string] $(if ($last) { $last.Data['errorCode'] })
if ($code -notmatch '^0x(80072F(05|06|0D|17|7D|8F)|80072EF[DEF]|800B01..|80240438|8024402F)$') {
    return New-Finding -Status Ok -Reason 'opened' -Evidence $evidence
}
$code = '0x' + $code.Substring(2).ToUpperInvariant()
New-Finding -Status Problem -Reason 'refused' -Evidence $evidence -HResult $code
