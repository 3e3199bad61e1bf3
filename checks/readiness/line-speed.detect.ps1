param([string] $Url, [int] $Bytes, [int] $SlowKilobits)
$policies = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows'
$limits = @('DOMaxBackgroundDownloadBandwidth', 'DOMaxForegroundDownloadBandwidth',
    'DOPercentageMaxBackgroundBandwidth', 'DOPercentageMaxForegroundBandwidth' | Where-Object {
        Get-RegistryValue -Path "$policies\DeliveryOptimization" -Name $_
    })
if (Get-RegistryValue -Path "$policies\BITS" -Name 'EnableBITSMaxBandwidth') { $limits += 'EnableBITSMaxBandwidth' }
$evidence = @{ Megabits = $null; Limits = if ($limits) { $limits } else { '-' } }
$sample = Measure-Download -Url $Url -Bytes $Bytes -TimeoutSeconds 30
if ($null -eq $sample) { return New-Finding -Status Unknown -Reason 'no-answer' -Evidence $evidence }
$kilobits = 8 * $sample.Bytes / 1000 / $sample.Seconds
$evidence['Megabits'] = [math]::Round($kilobits / 1000, 1)
if ($kilobits -lt $SlowKilobits) { return New-Finding -Status Problem -Reason 'slow' -Evidence $evidence }
New-Finding -Status Ok -Reason 'measured' -Evidence $evidence
