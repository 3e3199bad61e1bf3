# Belongs to SYSTEM and Administrators alone from its first moment. Each .NET offers this elsewhere.
function Add-ProtectedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $security = New-Object -TypeName Security.AccessControl.DirectorySecurity
    $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    if ($PSVersionTable.PSVersion.Major -lt 6) { $null = [IO.Directory]::CreateDirectory($Path, $security) }
    else { [IO.FileSystemAclExtensions]::Create([IO.DirectoryInfo] $Path, $security) }
}
