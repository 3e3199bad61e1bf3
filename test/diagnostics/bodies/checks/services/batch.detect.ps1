param([string] $Name)
New-Finding -Status Ok
