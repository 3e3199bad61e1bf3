param([string] $Wanted)
$key = 'HKLM:\SOFTWARE\Contoso\Print'
if (-not (Test-Path -LiteralPath $key)) { return New-Finding -Status NotApplicable -Reason 'no-client' }
$address = Get-RegistryValue -Path $key -Name 'Portal'
# A value of another type is not one that the print client or this checklist has written.
if ($null -ne $address -and $address -isnot [string]) { return New-Finding -Status Unknown -Reason 'unreadable' }
if (-not $address) { return New-Finding -Status Problem -Reason 'no-address' }
$evidence = @{ Address = $address }
if ($address -eq $Wanted) { return New-Finding -Status Ok -Evidence $evidence }
New-Finding -Status Problem -Reason 'other-address' -Evidence $evidence
