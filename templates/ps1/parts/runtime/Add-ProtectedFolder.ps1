# Makes a folder that belongs to SYSTEM and Administrators alone from its first moment. The two editions of .NET
# offer this in different places.
function Add-ProtectedFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)
    $security = New-Object -TypeName Security.AccessControl.DirectorySecurity
    $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    if ($PSVersionTable.PSVersion.Major -ge 6) { [IO.FileSystemAclExtensions]::Create([IO.DirectoryInfo] $Path, $security) }
    else { $null = [IO.Directory]::CreateDirectory($Path, $security) }
}
