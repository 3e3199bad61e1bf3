param([string] $Provider, [int] $Days)
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$query = @{ Log = "$Provider/Admin"; Provider = $Provider; Id = 808; Since = $since }
try { $newest = Get-EventRecord @query | Sort-Object -Property Time | Select-Object -Last 1 }
catch {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Error = $_.Exception.GetType().Name }
}
if ($null -eq $newest) { return New-Finding -Status Ok }
$evidence = @{ Plugin = $newest.Data['PluginDllName']; Time = $newest.Time.ToString('s') + 'Z' }
# Win32 codes such as 0x7e; as an HRESULT, 0x8007007E.
$code = [Convert]::ToInt64($newest.Data['ErrorCode'], 16)
$codes = @()
if ($code -gt 0 -and $code -le 0xffff) { $codes = @('0x8007{0:X4}' -f $code) }
New-Finding -Status Problem -Reason 'plug-in' -Evidence $evidence -HResult $codes
