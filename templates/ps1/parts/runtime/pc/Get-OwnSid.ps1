# Of the account that runs this.
function Get-OwnSid { [Security.Principal.WindowsIdentity]::GetCurrent().User.Value }
