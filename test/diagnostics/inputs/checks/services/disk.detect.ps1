param([string] $Letter)
New-Finding -Status Ok
