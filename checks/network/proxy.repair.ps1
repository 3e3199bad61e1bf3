# A proxy that answers is somebody's decision, and one of an organisation is needed again in its network. Only
# one that is gone is taken away.
$server = Get-WinHttpProxy
if (-not $server -or $server -eq '?' -or (Test-ProxyServer -Server $server)) { return }
if (-not (Get-ProxyOwner -Server $server)) { Reset-WinHttpProxy }
