import { APPLICATION_SEEN_BY, candidates, only, type Domain } from '../permissions.js';

export const candidatesTable: Domain = {
  title: 'Candidates',
  mutations: [
    { operation: 'updateCandidateProfile', cells: candidates() },
    { operation: 'addExperience', cells: candidates() },
    { operation: 'updateExperience', cells: ofCandidate() },
    { operation: 'deleteExperience', cells: ofCandidate() },
    { operation: 'addEducation', cells: candidates() },
    { operation: 'updateEducation', cells: ofCandidate() },
    { operation: 'deleteEducation', cells: ofCandidate() },
    { operation: 'addSkill', cells: candidates() },
    { operation: 'updateSkill', cells: ofCandidate() },
    { operation: 'deleteSkill', cells: ofCandidate() },
    { operation: 'requestCvUpload', cells: candidates() },
    { operation: 'completeCvUpload', cells: ofCandidate() },
    { operation: 'activateCv', cells: ofCandidate() },
    { operation: 'deleteCv', cells: ofCandidate() },
  ],
  types: [
    {
      type: 'Candidate',
      seen: 'The candidate, members who may manage candidates of a company the candidate applied to, administrators.',
      objects: {
        'the profile of the candidate': APPLICATION_SEEN_BY,
        'the profile of the other candidate': ['other candidate', 'administrator'],
      },
      fields: { cvs: ['candidate', 'administrator', 'other candidate'] },
    },
    {
      type: 'Experience',
      seen: 'Whoever sees the candidate.',
      objects: { 'an experience of the candidate': APPLICATION_SEEN_BY },
    },
    {
      type: 'Education',
      seen: 'Whoever sees the candidate.',
      objects: { 'an education of the candidate': APPLICATION_SEEN_BY },
    },
    {
      type: 'Skill',
      seen: 'Whoever sees the candidate.',
      objects: {
        'a skill of the candidate': APPLICATION_SEEN_BY,
        'a skill of the other candidate': ['other candidate', 'administrator'],
      },
    },
    {
      type: 'Cv',
      seen: 'The candidate, administrators, and whoever sees an application it was sent with.',
      objects: {
        'the CV sent with the application': APPLICATION_SEEN_BY,
        'a CV sent with none': ['candidate', 'administrator'],
        'the CV of the other candidate': ['other candidate', 'administrator'],
      },
    },
    { type: 'FileUpload', seen: 'Whoever asked for the upload.' },
    { type: 'HttpHeader', seen: 'Whoever asked for the upload.' },
  ],
};

function ofCandidate() {
  return only(['candidate'], candidates(), 'user error NOT_FOUND');
}
