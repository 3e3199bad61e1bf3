param([string] $Application)
# Without this filter every edition that Windows could be is listed, which can take a minute.
$query = @{
    ClassName           = 'SoftwareLicensingProduct'
    Property            = 'Description', 'LicenseStatus', 'LicenseStatusReason', 'GracePeriodRemaining'
    Filter              = "ApplicationID='$Application' AND PartialProductKey IS NOT NULL AND LicenseIsAddon=FALSE"
    OperationTimeoutSec = 60
}
try { $products = @(Get-CimInstance @query) }
catch { return New-Finding -Status Unknown -Reason 'silent' -Evidence @{ Error = $_.Exception.GetType().Name } }
if ($products.Count -eq 0) { return New-Finding -Status Unknown -Reason 'no-key' }
# The key of an earlier edition may remain beside the one in use.
$product = $products | Sort-Object -Property { $_.LicenseStatus -ne 1 } | Select-Object -First 1
$evidence = @{
    LicenseStatus = [int] $product.LicenseStatus
    StatusReason  = '0x{0:X8}' -f $product.LicenseStatusReason
    DaysLeft      = [math]::Floor($product.GracePeriodRemaining / 1440)
    # These words are parts of a name, in English on every Windows.
    Channel       = if ($product.Description -cmatch '\b(RETAIL|OEM_\w+|VOLUME_\w+|TIMEBASED_\w+)') { $Matches[1] }
}
if ($evidence.LicenseStatus -in 0, 4, 5) {
    return New-Finding -Status Problem -Reason 'not-activated' -Evidence $evidence
}
if ($evidence.LicenseStatus -ne 1) { return New-Finding -Status Ok -Reason 'grace' -Evidence $evidence }
$reasons = @{ TIMEBASED_EVAL = 'evaluation'; VOLUME_KMSCLIENT = 'by-organisation' }
New-Finding -Status Ok -Reason $reasons["$($evidence.Channel)"] -Evidence $evidence
