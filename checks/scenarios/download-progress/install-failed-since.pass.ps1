param($Windows)
# The download ended; what came of the installation is for other checks.
$data = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
$client = 'Microsoft-Windows-WindowsUpdateClient'
$Windows.Events.Add(@{ Provider = $client; Id = 44; Time = [datetime]::UtcNow.AddHours(-2); Data = $data })
$Windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-1); Data = $data + @{ errorCode = '0x800f0922' } })
$Windows.Commands['Get-DeliveryOptimizationStatus'] = { [pscustomobject]@{ Status = 'Downloading'; FileSize = 900MB } }
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
@{ Reason = ''; HResult = @() }
